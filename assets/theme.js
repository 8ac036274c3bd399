// Blocks the first paint, so that a reader's chosen colours never flash. Without a choice the system decides.
(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (error) {
    // Storage is switched off: the system decides.
  }
})(document.documentElement);
