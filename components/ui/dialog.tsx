'use client';

import dynamic from 'next/dynamic';

/** Opens beside the dock, which stays usable. Loaded when first opened: the kit's dialog is not part of the first load. */
export const Dialog = dynamic(() => import('./modal-dialog').then((module) => module.ModalDialog), { ssr: false });
