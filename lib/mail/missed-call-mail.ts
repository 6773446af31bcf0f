import { createTranslator, type Messages } from 'next-intl';
import { LANGUAGES } from '../i18n/languages.ts';
import { escapeHtml } from './escape-html.ts';
import type { MailedMiss, MailFacts } from './mail-facts.ts';

export type WrittenMail = { subject: string; text: string; html: string };

/** A mail about missed calls, in its reader's language; names and numbers are anybody's words, and stay words. */
export async function writeMissedCallMail(facts: MailFacts, publicUrl: string): Promise<WrittenMail> {
  const messages: Messages = await LANGUAGES[facts.language]();
  const t = createTranslator({ locale: facts.language, messages, namespace: 'mails' });
  const time = new Intl.DateTimeFormat(facts.language, { timeZone: facts.timeZone, dateStyle: 'medium', timeStyle: 'short' });

  const line = facts.line?.name ?? t('noLine');
  const whoOf = ({ name, number }: MailedMiss) => oneLine([name, number].filter(Boolean).join(', ')) || t('withheld');
  const whatOf = ({ missedAt, misses, waitSeconds }: MailedMiss) =>
    [time.format(missedAt), t('waited', { seconds: waitSeconds }), ...(misses > 1 ? [t('times', { count: misses })] : [])].join(
      ' · ',
    );

  const [first] = facts.misses;
  const subject =
    facts.count === 1 && first ? t('subjectOne', { caller: whoOf(first), line }) : t('subjectMany', { count: facts.count, line });
  const list = `${publicUrl}/calls/missed${facts.line ? `?line=${facts.line.id}` : ''}`;
  const intro = t('intro', { count: facts.count, line });
  const left = facts.count - facts.misses.length;
  const more = left > 0 ? t('more', { count: left }) : null;

  const entries = facts.misses.map((miss) => `- ${whoOf(miss)}\n  ${whatOf(miss)}`);
  const text = [intro, '', ...entries, ...(more ? [more] : []), '', `${t('open')}: ${list}`, '', t('why')].join('\n');
  const items = facts.misses.map((miss) => `<li><b>${escapeHtml(whoOf(miss))}</b><br>${escapeHtml(whatOf(miss))}</li>`);
  const html = [
    `<!doctype html><html lang="${facts.language}"><meta charset="utf-8"><title>${escapeHtml(oneLine(subject))}</title>`,
    '<body style="font-family:system-ui,sans-serif;font-size:14px;line-height:20px">',
    `<p>${escapeHtml(intro)}</p><ul>${items.join('')}</ul>`,
    more ? `<p>${escapeHtml(more)}</p>` : '',
    `<p><a href="${escapeHtml(list)}">${escapeHtml(t('open'))}</a></p>`,
    `<p style="color:#545a65">${escapeHtml(t('why'))}</p></body></html>`,
  ].join('\n');
  return { subject: oneLine(subject), text, html };
}

/** A line break in a name would be a line of the mail, or of its head. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
