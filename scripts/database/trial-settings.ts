/**
 * Settings of postgresql.conf for data that is thrown away: nothing is gained by waiting for the disk. The server's clock shows
 * neither UTC nor the organisation's time, as it may anywhere, so that a time read or written without its zone is seen to be wrong.
 */
export const TRIAL_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'timezone=America/New_York',
] as const;
