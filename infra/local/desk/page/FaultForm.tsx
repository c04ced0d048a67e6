/** The form of a fault: which service, what happens, to which calls, how often. */
import { Button, Field, Input, makeStyles, Select, SpinButton } from '@fluentui/react-components';
import { useState } from 'react';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

export type Kind = 'refuse' | 'refuse-after' | 'lose-answer' | 'cut' | 'slow' | 'hang' | 'ask-person' | 'drop' | 'repeat';
export const faultsKey = ['faults'];

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
    alignItems: 'end',
    '& > *': { minWidth: 0 },
    '& select': { width: '100%', textOverflow: 'ellipsis' },
  },
});

const callKinds: Kind[] = ['refuse', 'refuse-after', 'lose-answer', 'cut', 'slow', 'hang'];
/** Each service has kinds of its own besides those of every call. */
const kindsOf: Record<string, Kind[]> = {
  graph: [...callKinds, 'drop', 'repeat'],
  entra: [...callKinds, 'ask-person'],
  connector: callKinds,
};
const same = (value: string): [string, string] => [value, value];
const first = { service: 'graph', kind: 'refuse', status: '503', retryAfter: '', seconds: '5', method: '', path: '', times: 1 };
type Filled = typeof first;

const isAnswered = ({ kind }: Filled): boolean => kind === 'refuse' || kind === 'refuse-after';

/** The body of POST /desk/api/faults; what is empty is left out. */
function bodyOf(fault: Filled): unknown {
  const { service, kind, times, status, retryAfter, seconds, method, path } = fault;
  return {
    service,
    kind,
    times,
    ...(isAnswered(fault) ? { status: Number(status) } : {}),
    ...(isAnswered(fault) && retryAfter !== '' ? { retryAfterSeconds: Number(retryAfter) } : {}),
    ...(kind === 'slow' ? { seconds: Number(seconds) } : {}),
    ...(method === '' ? {} : { method }),
    ...(path === '' ? {} : { pathContains: path }),
  };
}

export function FaultForm() {
  const styles = useStyles();
  const t = useDeskTexts().faults;
  const { act, pending } = useDeskAct([faultsKey]);
  const [fault, setFault] = useState(first);
  const change = (part: Partial<Filled>): void => setFault({ ...fault, ...part });
  const methods: [string, string][] = [['', t.any], ...['GET', 'POST', 'PATCH', 'DELETE'].map(same)];
  return (
    <div className={styles.form}>
      <Choice
        label={t.service}
        value={fault.service}
        choices={['graph', 'entra', 'connector'].map(same)}
        onChoose={(service) => change({ service, kind: 'refuse' })}
      />
      <Choice
        label={t.kind}
        value={fault.kind}
        choices={(kindsOf[fault.service] ?? callKinds).map((kind) => [kind, t.kinds[kind]])}
        onChoose={(kind) => change({ kind })}
      />
      <Field label={t.status}>
        <Input
          type="number"
          min={400}
          max={599}
          disabled={!isAnswered(fault)}
          value={fault.status}
          onChange={(_, { value }) => change({ status: value })}
        />
      </Field>
      <Field label={t.retryAfter}>
        <Input
          type="number"
          min={0}
          disabled={!isAnswered(fault)}
          value={fault.retryAfter}
          onChange={(_, { value }) => change({ retryAfter: value })}
        />
      </Field>
      <Field label={t.seconds}>
        <Input
          type="number"
          min={1}
          max={600}
          disabled={fault.kind !== 'slow'}
          value={fault.seconds}
          onChange={(_, { value }) => change({ seconds: value })}
        />
      </Field>
      <Choice label={t.method} value={fault.method} choices={methods} onChoose={(method) => change({ method })} />
      <Field label={t.path}>
        <Input value={fault.path} onChange={(_, { value }) => change({ path: value })} />
      </Field>
      <Field label={t.times}>
        <SpinButton
          min={1}
          max={1000}
          value={fault.times}
          onChange={(_, { value, displayValue }) => change({ times: value ?? Math.max(1, Number(displayValue) || 1) })}
        />
      </Field>
      <Button appearance="primary" disabled={pending} onClick={() => void act({ path: 'faults', body: bodyOf(fault) })}>
        {t.add}
      </Button>
    </div>
  );
}

type ChoiceProps = { label: string; value: string; choices: [string, string][]; onChoose(value: string): void };

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChoose(data.value)}>
        {choices.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
