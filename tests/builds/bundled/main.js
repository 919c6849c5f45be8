import 'khorgos';

document.querySelector('khorgos-map').addEventListener('khorgos-select', ({ detail }) => {
  document.querySelector('#heard').textContent = detail?.id ?? '';
});
