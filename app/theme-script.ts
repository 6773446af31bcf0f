/**
 * Runs before the first paint, so that nobody sees the other theme flash by: the theme chosen on the server stands, else
 * the system's is taken. The page follows it once it is alive (components/shell/theme-keeper.tsx).
 */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  if (root.dataset.themeChosen) return;
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.classList.add(theme);
  root.dataset.theme = theme;
})();`;
