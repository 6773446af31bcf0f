import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';

/** Whose data: asked by the address of the page, so that it can be sent to a colleague and needs no script. */
export function PersonForm({ number, isUnreadable }: { number: string; isUnreadable: boolean }) {
  const t = useTranslations('personalData');

  return (
    <form action="/admin/personal-data" aria-label={t('find')} className="flex flex-wrap items-start gap-2">
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        error={isUnreadable ? t('unreadable', { number }) : null}
        name="number"
        type="tel"
        inputMode="tel"
        autoComplete="off"
        required
        defaultValue={number}
        className="w-full max-w-80"
      />
      <Button type="submit" icon={<Search aria-hidden="true" />} className="mt-6">
        {t('find')}
      </Button>
    </form>
  );
}
