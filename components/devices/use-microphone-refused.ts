'use client';

import { useEffect, useState } from 'react';

/** Whether the browser refuses the microphone to this site, as it was told once; follows when that is undone. */
export function useMicrophoneRefused(): boolean {
  const [isRefused, setIsRefused] = useState(false);

  useEffect(() => {
    let status: PermissionStatus | undefined;
    let isGone = false;
    const look = () => setIsRefused(status?.state === 'denied');

    navigator.permissions?.query({ name: 'microphone' }).then(
      (queried) => {
        if (isGone) return;
        status = queried;
        status.onchange = look;
        look();
      },
      // A browser that tells only when it is asked for a microphone.
      () => undefined,
    );

    return () => {
      isGone = true;
      if (status) status.onchange = null;
    };
  }, []);

  return isRefused;
}
