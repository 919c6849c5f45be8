const ignore = () => {};

/** A promise that is settled from outside. Nobody has to hear of its failing: the page also gets an event. */
export class Promised {
  settled = false;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = (value) => {
        this.settled = true;
        resolve(value);
      };
      this.reject = (cause) => {
        this.settled = true;
        reject(cause);
      };
    });
    this.promise.catch(ignore);
  }
}
