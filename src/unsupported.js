/* In ES5, for the web views that unsupported.html is about: writes the addresses that this page can't know. */
(function () {
  function write(className, text) {
    var places = document.querySelectorAll("." + className);
    for (var i = 0; i < places.length; i++) {
      places[i].textContent = text;
    }
  }
  write("workbench-address", window.location.href.replace(/[^\/]*$/, "") + "workbench.html");
  write("web-view", window.navigator.userAgent);
})();
