import { ContainerModule } from 'inversify';
import { PROBLEMS } from '../../platform/http/tokens.js';
import { CHORE } from '../../platform/postgres/tokens.js';
import { IDS, OUTBOX, TRANSACTOR } from '../../platform/tokens.js';
import { OutletDiscovery, OutletsFacade } from '../outlets/index.js';
import { cardNumberScreen } from './adapters/gift-cards/card-number-screen.js';
import { shiftProblems } from './adapters/http/shift-problems.js';
import { ShiftReportsController } from './adapters/http/shift-reports.controller.js';
import { ShiftsController } from './adapters/http/shifts.controller.js';
import { TenantOutlets } from './adapters/outlets/tenant-outlets.js';
import { reminderChore } from './adapters/postgres/reminder-chore.js';
import { PostgresShiftRepository } from './adapters/postgres/shift-repository.js';
import { PostgresShiftViews } from './adapters/postgres/shift-views.js';
import { ClockInPerson } from './application/clock-in-person.js';
import { CorrectShift } from './application/correct-shift.js';
import { OfflineShifts, RecordedOfflineShifts } from './application/offline-shifts.js';
import { ReadShifts } from './application/read-shifts.js';
import { RemindOfShifts } from './application/remind-of-shifts.js';
import { SetShiftPolicy } from './application/set-shift-policy.js';
import { RecordedShifts, ShiftsFacade } from './application/shifts-facade.js';
import { WorkClock } from './application/work-clock.js';

const repository = new PostgresShiftRepository();
const views = new PostgresShiftViews();

/** The wiring of shifts. */
export const shifts = new ContainerModule(({ bind }) => {
  bind(ShiftsFacade).toConstantValue(new RecordedShifts(views));
  bind(ClockInPerson).toResolvedValue(
    (t, outlets, outbox, ids, known) =>
      new ClockInPerson(t, repository, new TenantOutlets(outlets), outbox, ids, cardNumberScreen, known),
    [TRANSACTOR, OutletsFacade, OUTBOX, IDS, OutletDiscovery],
  );
  bind(WorkClock).toResolvedValue((t, outbox) => new WorkClock(t, repository, outbox), [TRANSACTOR, OUTBOX]);
  bind(OfflineShifts).toResolvedValue(
    (outlets, outbox, ids) =>
      new RecordedOfflineShifts(repository, new TenantOutlets(outlets), outbox, ids, cardNumberScreen),
    [OutletsFacade, OUTBOX, IDS],
  );
  bind(CorrectShift).toResolvedValue(
    (t, outlets, outbox) => new CorrectShift(t, repository, new TenantOutlets(outlets), outbox, cardNumberScreen),
    [TRANSACTOR, OutletsFacade, OUTBOX],
  );
  bind(SetShiftPolicy).toResolvedValue(
    (t, outlets, outbox) => new SetShiftPolicy(t, repository, new TenantOutlets(outlets), outbox),
    [TRANSACTOR, OutletsFacade, OUTBOX],
  );
  bind(ReadShifts).toResolvedValue((t) => new ReadShifts(t, views), [TRANSACTOR]);
  bind(RemindOfShifts).toResolvedValue((t, outbox) => new RemindOfShifts(t, repository, outbox), [TRANSACTOR, OUTBOX]);
  bind(CHORE).toResolvedValue((remind) => reminderChore(remind, () => new Date()), [RemindOfShifts]);
  bind(ShiftsController).toResolvedValue(
    (clockIn, clock, correct, read) => new ShiftsController({ clockIn, clock, correct, read }),
    [ClockInPerson, WorkClock, CorrectShift, ReadShifts],
  );
  bind(ShiftReportsController).toResolvedValue(
    (read, policies) => new ShiftReportsController(read, policies),
    [ReadShifts, SetShiftPolicy],
  );
  bind(PROBLEMS).toConstantValue(shiftProblems);
});
