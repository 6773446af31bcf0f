import { useTranslations } from 'next-intl';
import type { DeliveryStatus } from '@/lib/deliveries/status';

type Shape = 'dotted' | 'quarter' | 'half' | 'three-quarters' | 'arrow' | 'tick' | 'cross' | 'dash';

const SHAPES: Record<DeliveryStatus, Shape> = {
  draft: 'dotted',
  sent: 'quarter',
  accepted: 'half',
  cooking: 'three-quarters',
  ready: 'tick',
  on_the_way: 'arrow',
  delivered: 'tick',
  rejected: 'cross',
  cancelled: 'dash',
};

const COLOURS: Record<Shape, string> = {
  dotted: 'text-subtle',
  quarter: 'text-accent-text',
  half: 'text-accent-text',
  'three-quarters': 'text-accent-text',
  arrow: 'text-accent-text',
  tick: 'text-talking',
  cross: 'text-missed',
  dash: 'text-subtle',
};

/** Where a delivery stands, as one glyph that fills. Decoration: the word stands beside it. */
export function StatusGlyph({ status, className = '' }: { status: DeliveryStatus; className?: string }) {
  const shape = SHAPES[status];

  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={`size-3.5 shrink-0 ${COLOURS[shape]} ${className}`} fill="none">
      {drawing(shape)}
    </svg>
  );
}

export function StatusLabel({ status }: { status: DeliveryStatus }) {
  const t = useTranslations('deliveryStatus');

  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${status === 'rejected' ? 'text-missed' : ''}`}>
      <StatusGlyph status={status} />
      {t(status)}
    </span>
  );
}

const PIES = { quarter: 'M8 8V3a5 5 0 0 1 5 5Z', half: 'M8 3a5 5 0 0 1 0 10Z', 'three-quarters': 'M8 8V3a5 5 0 1 1-5 5Z' };
const SIGNS = { arrow: 'M4.8 8h6M8.4 5.4 11 8l-2.6 2.6', tick: 'm5 8.2 2.1 2.1L11 6.2', cross: 'm5.8 5.8 4.4 4.4m0-4.4-4.4 4.4' };

function drawing(shape: Shape) {
  switch (shape) {
    case 'dotted':
      return <circle cx="8" cy="8" r="6.75" stroke="currentColor" strokeWidth="1.5" strokeDasharray="1.6 1.93" />;
    case 'dash':
      return (
        <>
          <circle cx="8" cy="8" r="6.75" stroke="currentColor" strokeWidth="1.5" />
          <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </>
      );
    case 'quarter':
    case 'half':
    case 'three-quarters':
      return (
        <>
          <circle cx="8" cy="8" r="6.75" stroke="currentColor" strokeWidth="1.5" />
          <path d={PIES[shape]} fill="currentColor" />
        </>
      );
    case 'arrow':
    case 'tick':
    case 'cross':
      return (
        <>
          <circle cx="8" cy="8" r="7.5" fill="currentColor" />
          <path d={SIGNS[shape]} stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
        </>
      );
  }
}
