/**
 * Runs before the first paint, so that nobody sees the other theme flash by: the theme chosen on the server stands, else
 * the system's is taken, and followed while the page is open.
 */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (root.dataset.themeChosen) return;
    const theme = dark.matches ? 'dark' : 'light';
    root.classList.remove('light', 'dark');
    root.classList.add(theme);
    root.dataset.theme = theme;
  };
  follow();
  dark.addEventListener('change', follow);
})();`;
