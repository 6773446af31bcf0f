'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { InterestFilter } from '@/lib/interests/filter';
import { ANY_STAGE, CLOSED_STAGES, ME, NOBODY } from '@/lib/interests/filter-words';
import type { InterestStage } from '@/lib/interests/types';
import type { InterestView } from '@/lib/interests/view';
import { Button } from '../ui/button';
import { SearchField } from '../ui/search-field';
import { Select } from '../ui/select';
import { useFilterForm } from '../ui/use-filter-form';
import { useStageName } from './use-stage-name';

type Named = { id: string; name: string };

export type FilterChoices = {
  stages: InterestStage[];
  archivedStages: InterestStage[];
  people: Named[];
  serviceTypes: Named[];
  /** Of whom the address shows only; null for everybody. */
  customer: Named | null;
};

type InterestFiltersProps = { filter: InterestFilter; view: InterestView; choices: FilterChoices };

/** The filters live in the URL: a link to a filtered list or board is a link to just that. */
export function InterestFilters({ filter, view, choices }: InterestFiltersProps) {
  const t = useTranslations('interests');
  const board = useTranslations('interestBoard');
  const isBoard = view === 'board';
  const { form, apply, applySoon } = useFilterForm('/interests', isBoard ? { ...filter, view } : filter);
  const { customer } = choices;

  return (
    <form
      {...form}
      aria-label={isBoard ? board('filters') : t('filters')}
      className="filters grid grid-cols-2 items-center gap-2 max-sm:w-full sm:flex sm:flex-wrap"
    >
      {isBoard ? (
        <input type="hidden" name="view" value={view} />
      ) : (
        <StageSelect value={filter.stage} choices={choices} onChange={apply} />
      )}
      <Select name="responsible" aria-label={t('responsible')} defaultValue={filter.responsible ?? ''} onChange={apply}>
        <option value="">{t('anybody')}</option>
        <option value={ME}>{t('me')}</option>
        <option value={NOBODY}>{t('nobody')}</option>
        {choices.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="service" aria-label={t('serviceType')} defaultValue={filter.service ?? ''} onChange={apply}>
        <option value="">{t('anyService')}</option>
        {choices.serviceTypes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {!isBoard && (
        <Select name="sort" aria-label={t('sort')} defaultValue={filter.sort ?? ''} onChange={apply}>
          <option value="">{t('byNumber')}</option>
          <option value="due">{t('byDue')}</option>
        </Select>
      )}
      {customer && <CustomerChip customer={customer} onClear={apply} />}
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        text={filter.text}
        onType={applySoon}
        className="max-sm:col-span-2 sm:min-w-40 sm:flex-1"
      />
    </form>
  );
}

type StageSelectProps = { value: string | undefined; choices: FilterChoices; onChange: () => void };

function StageSelect({ value, choices: { stages, archivedStages }, onChange }: StageSelectProps) {
  const t = useTranslations('interests');
  const nameOf = useStageName();
  const active = stages.filter(({ kind }) => kind === 'active');
  const gone = archivedStages.filter(({ kind }) => kind === 'active');

  return (
    <Select name="stage" aria-label={t('stage')} defaultValue={value ?? ''} onChange={onChange}>
      <option value="">{t('activeOnes')}</option>
      {active.map((stage) => (
        <option key={stage.id} value={stage.id}>
          {nameOf(stage)}
        </option>
      ))}
      {CLOSED_STAGES.map((kind) => (
        <option key={kind} value={kind}>
          {nameOf(stages.find((stage) => stage.kind === kind) ?? { name: '', standard: kind })}
        </option>
      ))}
      <option value={ANY_STAGE}>{t('anyStage')}</option>
      {gone.length > 0 && (
        <optgroup label={t('archivedStages')}>
          {gone.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {nameOf(stage)}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  );
}

/** Came with a link from their card; a press shows everybody's again. */
function CustomerChip({ customer, onClear }: { customer: Named; onClear: () => void }) {
  const t = useTranslations('interests');

  function clear(button: HTMLButtonElement) {
    const field = button.form?.elements.namedItem('customer');
    if (field instanceof HTMLInputElement) field.value = '';
    onClear();
  }

  return (
    <span className="flex min-w-0 max-w-64 items-center max-sm:col-span-2">
      <input type="hidden" name="customer" defaultValue={customer.id} />
      <Button
        size="sm"
        intent="secondary"
        icon={<X aria-hidden="true" />}
        tooltip={t('ofAnyone')}
        className="min-w-0"
        onClick={(event) => clear(event.currentTarget)}
      >
        <bdi className="truncate">{t('ofCustomer', { name: customer.name })}</bdi>
      </Button>
    </span>
  );
}
