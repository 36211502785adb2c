/** The rows of people, and of how they show who they are. */
export function peopleRows(id: string, at: string): Record<string, Record<string, unknown>> {
  return {
    staff: {
      ...{ id, staff_number: '1001', display_name: 'Ann', user_id: 'ann', status: 'active', created_by: 'test' },
      ...{ created_at: at, updated_at: at, version: 1 },
    },
    staff_assignments: { person_id: id, position: 1, role: 'cashier' },
    staff_pins: { person_id: id, hash: 'x', former: [], must_change: true, set_at: at },
    staff_badges: { id, person_id: id, label: 'fob', hash: 'a'.repeat(64), added_by: 'test', added_at: at },
  };
}
