import os from 'node:os';

/** What the figures were taken on, and when. */
export function machine(browser) {
  const [{ model }] = os.cpus();
  return {
    processor: `${model.trim()}, ${os.cpus().length} cores`,
    system: `${os.type()} ${os.release().split('-')[0]}`,
    memory_gb: Math.round(os.totalmem() / 2 ** 30),
    browser: `Chromium ${browser.version()}`,
    date: new Date().toISOString().slice(0, 10),
  };
}
