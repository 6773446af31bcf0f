import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { loadOf } from '@/lib/board/rules';
import { useSignOut } from '../live/use-sign-out';
import { IconButton } from '../ui/icon-button';
import { Mark } from '../ui/mark';
import { useFormats } from '../ui/organisation';
import { useBoardNow } from './board-clock';
import type { BoardView } from './board-keeper';
import { OrdersSwitch } from './orders-switch';
import { SoundButton } from './sound-button';
import type { Bell } from './use-bell';

type TopBarProps = { view: BoardView; isLive: boolean; sound: Bell; onChanged: () => void };

export function BoardTopBar({ view, isLive, sound, onChanged }: TopBarProps) {
  const t = useTranslations('board');
  const app = useTranslations('app');
  const signOut = useSignOut();
  const { pointOfSale, cards } = view;

  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-border border-b bg-surface px-4 py-1 max-lg:pt-2">
      <Link href="/" className="flex items-center gap-2 font-semibold text-md max-sm:hidden">
        <Mark className="size-5" />
        {app('name')}
      </Link>
      <h1
        className="min-w-0 max-w-44 truncate xl:max-w-96 border-border font-semibold text-base sm:border-s sm:ps-4"
        title={pointOfSale.name}
      >
        <bdi>{pointOfSale.name}</bdi>
      </h1>
      <Load open={loadOf(cards)} capacity={pointOfSale.capacity} />
      <Connection isReachable={view.isReachable} isLive={isLive} />
      <div className="flex items-center gap-x-3 max-lg:w-full max-lg:justify-end">
        <SoundButton sound={sound} />
        <OrdersSwitch pointOfSale={pointOfSale} onChanged={onChanged} />
        <Clock />
        <form action={signOut}>
          <IconButton type="submit" name={t('signOut')} icon={<LogOut aria-hidden="true" />} className="size-12" />
        </form>
      </div>
    </header>
  );
}

function Load({ open, capacity }: { open: number; capacity: number }) {
  const t = useTranslations('board');
  const isFull = open >= capacity;

  return (
    <span className={`flex items-center gap-2 whitespace-nowrap ${isFull ? 'font-semibold text-missed' : 'text-muted'}`}>
      {t('load', { open, capacity })}
      <span aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-surface-tertiary max-xl:hidden xl:w-24">
        <span
          className={`block h-full ${isFull ? 'bg-missed-solid' : 'bg-accent'}`}
          style={{ width: `${Math.min(100, (open / capacity) * 100)}%` }}
        />
      </span>
    </span>
  );
}

function Connection({ isReachable, isLive }: { isReachable: boolean; isLive: boolean }) {
  const t = useTranslations('board');
  const link = isReachable ? (isLive ? 'connected' : 'connecting') : 'offline';
  const colour = link === 'connected' ? 'bg-talking' : 'bg-ringing';

  return (
    <span className="ms-auto flex items-center gap-2 whitespace-nowrap text-muted">
      <span aria-hidden="true" className={`size-2 rounded-full ${colour}`} />
      {t(`link.${link}`)}
    </span>
  );
}

function Clock() {
  const { time } = useFormats();
  return <time className="num text-lg max-sm:hidden">{time(new Date(useBoardNow()))}</time>;
}
