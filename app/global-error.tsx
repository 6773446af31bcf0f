'use client';

import './globals.css';
import { app, errors } from '@/messages/en.json';

/** When not even the layout could be drawn there is no language to ask for: this one page is in English. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{app.name}</title>
        <main role="alert" className="grid min-h-dvh place-items-center">
          <div className="flex flex-col items-center gap-3 px-4 text-center">
            <h1 className="font-medium">{errors.failedTitle}</h1>
            <p className="text-muted">{errors.failedHint}</p>
            <button type="button" className="button button--outline" onClick={reset}>
              {errors.tryAgain}
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
