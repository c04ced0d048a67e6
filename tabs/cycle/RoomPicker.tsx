/** A room in every talk: chosen from the directory by building, or named by mail address where Samtal may not read the directory of rooms. */
import { Button, Checkbox, Field, Input, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { checkRoom, listRooms, type OfferedRoom, type Room } from '#api/cycle/room/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import { useCall, useRead } from '#tabs/platform/call/use-call.ts';
import { useProblemTexts } from '#tabs/platform/texts/problem-texts.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { byBuilding, withRooms, withoutRooms } from './use-rooms.ts';
import type { RulesProps, Wrong } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  rooms: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    columnGap: '8px',
    paddingLeft: '16px',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', overflowWrap: 'anywhere' },
  input: { flexGrow: 1, minWidth: 'min(100%, 220px)' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Picking = { chosen: Room[]; choose: (rooms: Room[]) => void };

export function RoomPicker({ rules, set, wrong }: RulesProps & { wrong: Wrong | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const rooms = rules.rooms ?? null;
  const read = useRead(listRooms, {}, { when: rooms !== null });
  const picking: Picking | null = rooms && { chosen: rooms.chosen, choose: (chosen) => set({ rooms: { ...rooms, chosen } }) };
  return (
    <div className={styles.all}>
      <div>
        <Switch
          checked={rooms !== null}
          label={t('rooms.switch')}
          onChange={(_event, { checked }) => set({ rooms: checked ? { chosen: [], without: [] } : null })}
        />
        <br />
        <Text size={200} className={styles.quiet}>
          {t('rooms.hint')}
        </Text>
      </div>
      {picking && (
        <Field label={t('rooms.which')} {...say(wrong)}>
          <div role="group" aria-label={t('rooms.which')} className={styles.all}>
            {read.isPending && <BlockSkeleton size={64} />}
            <ProblemNotice error={read.data ? null : read.error} onRetry={() => void read.refetch()} />
            {read.data?.isReadable && <Buildings offered={read.data.rooms} {...picking} />}
            {read.data && (!read.data.isReadable || read.data.rooms.length === 0) && <ByAddress {...picking} />}
          </div>
        </Field>
      )}
    </div>
  );
}

function Buildings({ offered, chosen, choose }: Picking & { offered: OfferedRoom[] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const isChosen = ({ address }: Room): boolean => chosen.some((one) => one.address === address);
  return byBuilding(offered, chosen).map(({ building, rooms }) => {
    const count = rooms.filter(isChosen).length;
    const name = building || t('rooms.elsewhere');
    const toggle = (some: Room[], on: boolean): void => choose(on ? withRooms(chosen, some) : withoutRooms(chosen, some));
    return (
      <fieldset key={building} className={styles.group} aria-label={name}>
        <Checkbox
          label={t('rooms.building', { name, count: rooms.length })}
          checked={count === 0 ? false : count === rooms.length ? true : 'mixed'}
          onChange={(_event, { checked }) => toggle(rooms, checked === true)}
        />
        <div className={styles.rooms}>
          {rooms.map((room) => (
            <Checkbox
              key={room.address}
              label={room.capacity === null ? room.name : t('rooms.room', { name: room.name, count: room.capacity })}
              checked={isChosen(room)}
              onChange={(_event, { checked }) => toggle([room], checked === true)}
            />
          ))}
        </div>
      </fieldset>
    );
  });
}

/** Each address is tried before it is taken. What was typed stays until it is. */
function ByAddress({ chosen, choose }: Picking) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const call = useCall();
  const textsOf = useProblemTexts();
  const [address, setAddress] = useState('');
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const add = async (): Promise<void> => {
    setTrying(true);
    setProblem(null);
    try {
      choose(withRooms(chosen, [await call(checkRoom, { query: { address: address.trim() } })]));
      setAddress('');
    } catch (thrown) {
      setProblem(asRefused(thrown));
    } finally {
      setTrying(false);
    }
  };
  const ours = problem && ['room-unknown', 'wrong-input'].includes(problem.reason);
  const wrong = ours
    ? { validationState: 'error' as const, validationMessage: textsOf({ ...problem.problem, reason: 'room-unknown' }).text }
    : {};
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void add();
        }}
      >
        <Field label={t('rooms.address')} hint={t('rooms.addressHint')} {...wrong}>
          <div className={styles.line}>
            <Input
              type="email"
              className={styles.input}
              value={address}
              aria-label={t('rooms.address')}
              onChange={(_event, { value }) => setAddress(value)}
            />
            <Button type="submit" disabledFocusable={trying}>
              {t('rooms.add')}
            </Button>
          </div>
        </Field>
      </form>
      <ProblemNotice error={ours ? null : problem} />
      <ul className={styles.list} aria-label={t('rooms.which')}>
        {chosen.map((room) => (
          <li key={room.address} className={styles.line}>
            <Text>{room.name}</Text>
            <Text size={200} className={styles.quiet}>
              {room.address}
            </Text>
            <Button
              size="small"
              appearance="subtle"
              aria-label={t('rooms.removeNamed', { name: room.name })}
              onClick={() => choose(withoutRooms(chosen, [room]))}
            >
              {t('rooms.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
