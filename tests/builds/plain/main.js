import './khorgos/khorgos.js';

document.querySelector('khorgos-map').addEventListener('khorgos-select', ({ detail }) => {
  document.querySelector('#heard').textContent = detail?.id ?? '';
});
