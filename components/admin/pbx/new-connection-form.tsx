'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { addConnection } from '@/lib/pbx-connections/actions';
import { MAX_SLUG_CHARACTERS } from '@/lib/pbx-connections/limits';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { SelectField } from '../../ui/select-field';
import { showMessage } from '../../ui/show-message';
import { FormFoot } from '../form-foot';
import { NewSecret } from '../new-secret';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { newServer, type PlaceDraft, type ServerDraft, toServer } from './connection-draft';
import { ConnectionTest } from './connection-test';
import { type CountryChoice, PlaceFields } from './place-fields';
import { ServerFields } from './server-fields';

const KINDS = ['asterisk', 'webhook'] as const;

type FormProps = { country: string; countries: CountryChoice[] };

export function NewConnectionForm({ country, countries }: FormProps) {
  const t = useTranslations('pbx');
  const router = useRouter();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('asterisk');
  const [slug, setSlug] = useState('');
  const [place, setPlace] = useState<PlaceDraft>({ name: '', country });
  const [server, setServer] = useState(newServer);
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const errors = useFieldErrors('pbx.faults');
  const saving = useSubmit(errors);
  const testing = useSubmit(errors);

  function editServer(change: Partial<ServerDraft>) {
    setServer({ ...server, ...change });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const part = kind === 'asterisk' ? { server: toServer(server) } : {};
    const added = await saving.submit(event.currentTarget, () => addConnection({ kind, slug, ...place, ...part }));
    if (!added) return;

    const { id, secret } = added.data;
    showMessage(t('saved'));
    if (secret) setMade({ id, secret });
    else router.push(`/admin/pbx/${id}`);
  }

  if (made) {
    return (
      <div className="px-4">
        <FormSection title={t('secret')} hint={t('secretHint')}>
          <NewSecret secret={made.secret} onDone={() => router.push(`/admin/pbx/${made.id}`)} />
        </FormSection>
      </div>
    );
  }
  return (
    <form onSubmit={save} noValidate autoComplete="off">
      <div className="px-4">
        <FormSection title={t('connection')} hint={t('connectionHint')}>
          <SelectField
            label={t('kind')}
            value={kind}
            hint={t(`kindHints.${kind}`)}
            onChange={(event) => {
              setKind(KINDS.find((each) => each === event.target.value) ?? kind);
              errors.show({});
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kinds.${each}`)}
              </option>
            ))}
          </SelectField>
          <PlaceFields
            draft={place}
            countries={countries}
            errors={errors}
            onEdit={(change) => {
              setPlace({ ...place, ...change });
              errors.forget(Object.keys(change));
            }}
          />
          <TextField
            label={t('slug')}
            value={slug}
            maxLength={MAX_SLUG_CHARACTERS}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint={t('slugHint')}
            error={errors.of('slug')}
            onChange={(event) => {
              setSlug(event.target.value);
              errors.forget(['slug']);
            }}
          />
        </FormSection>
        {kind === 'asterisk' && (
          <ServerFields draft={server} stored={{ hasSecret: false, hasTurnSecret: false }} errors={errors} onEdit={editServer}>
            <ConnectionTest connectionId={null} draft={server} submit={testing.submit} />
          </ServerFields>
        )}
      </div>
      <FormFoot backTo="/admin/pbx" back={t('back')} submit={t('add')} isPending={saving.isPending} />
    </form>
  );
}
