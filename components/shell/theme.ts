export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'offhook-theme';
const YEAR_MS = 365 * 24 * 3_600_000;

export function currentTheme(): Theme {
  const { theme, themeChosen } = document.documentElement.dataset;
  if (!themeChosen) return 'system';
  return theme === 'dark' ? 'dark' : 'light';
}

/** Shows it at once and keeps it for later visits; `system` forgets what was chosen. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.themeChosen;
  else root.dataset.themeChosen = 'true';

  show(theme === 'system' ? systemTheme() : theme);
  keepCookie(theme);
}

function systemTheme() {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function show(theme: 'light' | 'dark') {
  const root = document.documentElement;
  root.classList.remove('light', 'dark');
  root.classList.add(theme);
  root.dataset.theme = theme;
}

/** The Cookie Store exists in secure contexts, the only ones where anybody can sign in from another computer. */
function keepCookie(theme: Theme) {
  if (theme === 'system') void window.cookieStore?.delete(THEME_COOKIE);
  else
    void window.cookieStore?.set({ name: THEME_COOKIE, value: theme, path: '/', sameSite: 'lax', expires: Date.now() + YEAR_MS });
}

/**
 * Follows the system's theme unless one was chosen, and puts it back where a page rendered anew knows nothing of it: the
 * server cannot know the system's, and what was not found is rendered in the browser, before anybody observes it.
 */
export function keepTheme(): () => void {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (!root.dataset.themeChosen && root.dataset.theme !== systemTheme()) show(systemTheme());
  };
  const observer = new MutationObserver(follow);

  follow();
  dark.addEventListener('change', follow);
  observer.observe(root, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', follow);
    observer.disconnect();
  };
}
