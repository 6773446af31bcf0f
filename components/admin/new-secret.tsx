'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { showError, showMessage } from '../ui/show-message';

/** Shown once: nobody can read it here afterwards. */
export function NewSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('admin.newSecret');

  async function copy() {
    // A desk in a local network without https has no clipboard: the field is there to select from.
    try {
      await navigator.clipboard.writeText(secret);
      showMessage(t('copied'));
    } catch {
      showError(t('notCopied'));
    }
  }

  return (
    <div className="flex flex-col gap-3 rounded-lg bg-accent-soft p-3">
      <TextField label={t('title')} value={secret} readOnly hint={t('hint')} onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap gap-2">
        <Button icon={<Copy aria-hidden="true" />} onClick={copy}>
          {t('copy')}
        </Button>
        <Button onClick={onDone}>{t('taken')}</Button>
      </div>
    </div>
  );
}
