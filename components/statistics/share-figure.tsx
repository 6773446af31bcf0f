import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button-class';
import { DONUT_PX } from './donut-slice';
import { LateDonut } from './late-donut';

export type Share = {
  key: string;
  label: string;
  rows: number;
  /** Of these no list shows that many any more. */
  deleted: number;
  /** As it is read: `52,2%`. */
  percent: string;
  href: string;
  /** Null for a part of the share before it, which is no slice of its own. */
  colour: string | null;
};

type ShareFigureProps = { title: string; shares: Share[]; total: string; csvHref: string };

/** A ring and, beside it, the table that says the same (S2.25, S2.27): each slice and each row leads to what it counts (S2.28). */
export function ShareFigure({ title, shares, total, csvHref }: ShareFigureProps) {
  const t = useTranslations('statistics');
  const slices = shares.flatMap(({ colour, label, rows, percent, href }) =>
    colour ? [{ label: t('slice', { label, rows, percent }), href, colour, rows }] : [],
  );

  return (
    <section className="panel flex flex-col">
      <PanelHead title={title} csvHref={csvHref} />
      <div className="flex flex-1 items-start gap-4 p-4 max-sm:flex-col max-sm:items-center">
        <figure aria-label={title} className="relative shrink-0" style={{ width: DONUT_PX, height: DONUT_PX }}>
          <LateDonut slices={slices} />
          <figcaption className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center">
            <span className="num font-semibold text-lg">{total}</span>
            <span className="text-muted text-xs">{t('missed')}</span>
          </figcaption>
        </figure>
        <table aria-label={title} className="w-full">
          <thead className="sr-only">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('missedCalls')}</th>
              <th scope="col">{t('share')}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-separator">
            {shares.map((share) => (
              <ShareRow key={share.key} share={share} />
            ))}
          </tbody>
          <tfoot className="sr-only">
            <tr>
              <th scope="row">{t('total')}</th>
              <td>{total}</td>
              <td>{t('all')}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

export function PanelHead({ title, csvHref }: { title: string; csvHref: string }) {
  const t = useTranslations('statistics');
  const name = t('download', { title });

  return (
    <div className="flex h-10 items-center justify-between border-border border-b ps-4 pe-2">
      <h2 className="font-semibold">{title}</h2>
      <a
        href={csvHref}
        download
        aria-label={name}
        title={name}
        className={buttonClass({ intent: 'ghost', size: 'sm', isIconOnly: true })}
      >
        <Download aria-hidden="true" />
      </a>
    </div>
  );
}

function ShareRow({ share: { label, rows, deleted, percent, href, colour } }: { share: Share }) {
  const t = useTranslations('statistics');

  return (
    <tr className={colour ? undefined : 'text-muted'}>
      <th scope="row" className={`py-1.5 text-start font-normal ${colour ? '' : 'ps-5'}`}>
        <Link href={href} prefetch={false} className="inline-flex items-center gap-2 hover:underline">
          {colour && <span aria-hidden="true" className="size-2.5 shrink-0 rounded-[3px]" style={{ background: colour }} />}
          <bdi>{label}</bdi>
        </Link>
        {deleted > 0 && (
          <span className={`block text-muted text-xs ${colour ? 'ps-[1.125rem]' : ''}`}>{t('deleted', { count: deleted })}</span>
        )}
      </th>
      <td className={`num w-0 whitespace-nowrap ps-3 text-end align-top leading-8 ${colour ? 'font-medium' : ''}`}>
        {t('number', { count: rows })}
      </td>
      <td className="num w-0 whitespace-nowrap ps-3 text-end align-top text-muted leading-8">{percent}</td>
    </tr>
  );
}
