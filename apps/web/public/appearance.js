// Before the first paint, so that nothing flashes: the appearance and the language that this browser was last told.
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  var theme = stored('tremplin.theme');
  var contrast = stored('tremplin.contrast');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (contrast === 'more' || (!contrast && matchMedia('(prefers-contrast: more)').matches)) root.dataset.contrast = 'more';
  var language = stored('tremplin.language');
  if (language) root.lang = language;
})();
