// What the desk's pages do beyond their forms and links; each of them works without it.
document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.dataset.live = 'true';
});
