'use client';

import { useSyncExternalStore } from 'react';
import { type NoticePermission, noticePermission, onNoticePermission } from './notice-permission';

export function useNoticePermission(): NoticePermission {
  return useSyncExternalStore(onNoticePermission, noticePermission, () => 'unsupported');
}
