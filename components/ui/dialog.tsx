'use client';

import { latePart } from './late-part';

/** Opens beside the dock, which stays usable. Loaded when first opened: the kit's dialog is not part of the first load. */
export const Dialog = latePart(() => import('./modal-dialog').then((module) => module.ModalDialog));
