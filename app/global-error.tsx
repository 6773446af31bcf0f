'use client';

import './globals.css';
import words from './global-error.json';

/**
 * When not even the layout could be drawn there is no language to ask for: this one page is in English.
 * Its words are apart, because every page loads it, and messages/en.json would come along whole.
 */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{words.name}</title>
        <main role="alert" className="grid min-h-dvh place-items-center">
          <div className="flex flex-col items-center gap-3 px-4 text-center">
            <h1 className="font-medium">{words.title}</h1>
            <p className="text-muted">{words.hint}</p>
            <button type="button" className="button button--outline" onClick={reset}>
              {words.tryAgain}
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
