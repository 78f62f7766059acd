/*
 * Runs before everything else, in ES5: a web view of Internet Explorer or of the first Edge can't run the
 * product, and would stay blank. It gets a page that says so.
 */
(function () {
  var agent = window.navigator.userAgent;
  if (agent.indexOf("Trident/") !== -1 || agent.indexOf("MSIE ") !== -1 || agent.indexOf("Edge/") !== -1) {
    window.location.replace("unsupported.html");
  }
})();
