'use client';

import { MessageSquareText, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newId } from '@/lib/new-id';
import type { SmsTemplate } from '@/lib/sms/queries';
import { deleteTemplate } from '@/lib/sms/settings-actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { FormSection } from '../../ui/form-section';
import { IconButton } from '../../ui/icon-button';
import { showError } from '../../ui/show-message';
import { TemplateDialog } from './template-dialog';

/** Texts to begin a message with. */
export function TemplateList({ templates }: { templates: SmsTemplate[] }) {
  const t = useTranslations('messaging');
  const [edited, setEdited] = useState<SmsTemplate | null>(null);
  const places = { name: '{name}', line: '{line}', number: '{number}' };

  return (
    <FormSection title={t('templates')} hint={t('templatesHint', places)}>
      <div className="panel">
        {templates.length === 0 ? (
          <EmptyState icon={<MessageSquareText aria-hidden="true" />} title={t('noTemplates')} hint={t('noTemplatesHint')} />
        ) : (
          <ul aria-label={t('templates')} className="divide-y divide-separator">
            {templates.map((template) => (
              <Template key={template.id} template={template} onEdit={() => setEdited(template)} />
            ))}
          </ul>
        )}
      </div>
      <Button
        className="self-start"
        icon={<Plus aria-hidden="true" />}
        onClick={() => setEdited({ id: newId(), name: '', text: '' })}
      >
        {t('addTemplate')}
      </Button>
      {edited && <TemplateDialog template={edited} onClose={() => setEdited(null)} />}
    </FormSection>
  );
}

function Template({ template: { id, name, text }, onEdit }: { template: SmsTemplate; onEdit: () => void }) {
  const t = useTranslations('messaging');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isPending, setIsPending] = useState(false);

  async function remove() {
    setIsPending(true);
    const answer = await deleteTemplate({ templateId: id }).catch(() => null);
    setIsPending(false);
    if (!answer?.ok) showError(refusals(answer?.reason ?? 'unavailable'));
    router.refresh();
  }

  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="wrap-anywhere whitespace-pre-line text-muted">{text}</p>
      </div>
      <IconButton name={t('editTemplate', { name })} size="sm" icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
      <IconButton
        name={t('removeTemplate', { name })}
        size="sm"
        isPending={isPending}
        icon={<Trash2 aria-hidden="true" />}
        onClick={remove}
      />
    </li>
  );
}
