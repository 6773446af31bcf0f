'use client';

import { useCallback, useEffect, useState } from 'react';
import { type AudioDevices, listDevices, noDevices, onDevicesChanged } from '@/lib/softphone/device-list';

/** What is plugged in, as it is plugged in and pulled out. `areNamed` once the microphone is allowed. */
export function useAudioDevices() {
  const [devices, setDevices] = useState<AudioDevices | null>(null);

  const refresh = useCallback(async () => setDevices(await listDevices().catch(() => noDevices)), []);
  useEffect(() => {
    void refresh();
    return onDevicesChanged(() => void refresh());
  }, [refresh]);

  const { microphones, speakers } = devices ?? noDevices;
  return {
    microphones,
    speakers,
    isListed: devices !== null,
    areNamed: [...microphones, ...speakers].some(({ label }) => label !== ''),
    refresh,
  };
}
