/** The one script of a preview's pages: served by its own server, and never published. Used by preview-server.ts. */

/**
 * Asks the server for news. A page reloads where the news is of it, or of all, or where some were missed; the browser keeps
 * its place. Else only the count of problems is brought up to date.
 */
export const RELOAD_SCRIPT = `const news = new EventSource("/assets/live-reload");
const here = decodeURI(location.pathname).replace(/index\\.html$/, "");
let isBehind = false;
news.onerror = () => { isBehind = true; };
news.onopen = () => { if (isBehind) location.reload(); };
news.onmessage = ({ data }) => {
  const { pages, total } = JSON.parse(data);
  if (pages === null || pages.includes(here) || pages.includes(here + "/")) location.reload();
  else for (const each of document.querySelectorAll("[data-problems-total]")) each.textContent = String(total);
};
`;
