import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { sameContent } from '@/lib/deliveries/merge';
import { discountMinor, lineTotalMinor } from '@/lib/deliveries/totals';
import type { DeliveryContent } from '@/lib/deliveries/types';
import type { Formats } from '../../ui/formats';
import { PrintButton } from './print-button';

type SlipProps = { deliveryId: string; view: DeliveryView; formats: Formats };

/** What goes with the bag: as the point of sale was sent it, so that paper and food are the same. Black on white in any theme. */
export function Slip({ deliveryId, view: { saved, driver }, formats }: SlipProps) {
  const t = useTranslations('deliveryCard.slip');
  const words = useTranslations('delivery');
  const content = saved.sentContent ?? saved.content;
  const isBehind = saved.sentContent !== null && !sameContent(saved.sentContent, saved.content);
  const note = saved.sentContent === null ? t('draft') : isBehind ? t('unsent') : null;

  return (
    <main className="mx-auto flex max-w-[80mm] flex-col gap-3 bg-white p-4 text-black text-md print:m-0 print:max-w-none print:p-0">
      <nav className="flex items-center justify-between gap-2 print:hidden">
        <Link href={`/deliveries/${deliveryId}`} className="underline">
          {t('back')}
        </Link>
        <PrintButton />
      </nav>
      {note && <p className="border border-black border-dashed p-2 text-xs">{note}</p>}
      <h1 className="num font-semibold text-[2.5rem] leading-none">{saved.number}</h1>
      <Times saved={saved} content={content} formats={formats} />
      <Recipient content={content} />
      <Lines content={content} formats={formats} />
      <section className="border-black border-t-2 pt-2">
        <p>{t(`take_${content.payment}`)}</p>
        <p className="num font-semibold text-xl">{formats.money(saved.sentTotalMinor ?? saved.totalMinor)}</p>
      </section>
      {content.comment && (
        <p className="wrap-anywhere">
          <strong>{words('comment')}:</strong> {content.comment}
        </p>
      )}
      {driver && (
        <p>
          {t('driver')}: <strong>{driver.name}</strong>
        </p>
      )}
    </main>
  );
}

function Times({ saved, content, formats }: { saved: DeliveryView['saved']; content: DeliveryContent; formats: Formats }) {
  const t = useTranslations('deliveryCard.slip');
  const words = useTranslations('delivery');

  return (
    <dl className="flex flex-col gap-0.5">
      <div className="flex justify-between gap-2">
        <dt>
          {words(content.fulfilment)}, {t('wanted')}
        </dt>
        <dd className="num font-semibold">{content.wantedAt ? formats.dateTime(content.wantedAt) : t('noTime')}</dd>
      </div>
      {saved.promisedAt && (
        <div className="flex justify-between gap-2">
          <dt>{t('promised')}</dt>
          <dd className="num font-semibold">{formats.time(saved.promisedAt)}</dd>
        </div>
      )}
    </dl>
  );
}

function Recipient({ content }: { content: DeliveryContent }) {
  const t = useTranslations('deliveryCard.slip');
  const { street, flat, district, city, driverNote } = content;
  const house = flat ? `${street} / ${flat}` : street;

  return (
    <section className="wrap-anywhere flex flex-col gap-0.5 border-black border-t pt-2">
      <p className="font-semibold text-base">{content.customerName}</p>
      <p className="num">{content.phone}</p>
      {content.fulfilment === 'delivery' && (
        <>
          <p className="font-semibold text-base">{house}</p>
          <p>{[district, city].filter(Boolean).join(', ')}</p>
          {driverNote && (
            <p>
              <strong>{t('note')}:</strong> {driverNote}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Lines({ content, formats }: { content: DeliveryContent; formats: Formats }) {
  const words = useTranslations('delivery');
  const t = useTranslations('deliveryCard.sums');
  const discount = discountMinor(content);

  return (
    <section className="border-black border-t pt-2">
      <ul aria-label={words('lines')} className="flex flex-col gap-1">
        {content.lines.map((line) => (
          <li key={line.id} className="flex break-inside-avoid gap-2">
            <span className="num w-8 shrink-0 font-semibold">{line.quantity} ×</span>
            <span className="wrap-anywhere min-w-0 flex-1">
              {line.name}
              {line.note && <em className="block">{line.note}</em>}
            </span>
            <span className="num">{formats.money(lineTotalMinor(line))}</span>
          </li>
        ))}
      </ul>
      {discount > 0 && (
        <p className="mt-1 flex justify-between gap-2">
          <span>{[t('discount'), content.discountReason].filter(Boolean).join(', ')}</span>
          <span className="num">−{formats.money(discount)}</span>
        </p>
      )}
    </section>
  );
}
