/** Texts of tables. */
export const tables = {
  'table.tables': 'Tables',
  'table.named': 'Table {name}',
  'table.free': 'free',
  'table.taken': 'taken',
  'table.inHand': 'in hand',
  'table.asOf': 'Other tills as of {time}',
  'table.unknown': 'There is no table {name}.',
  'table.send': 'Fire',
  'table.sent': 'The kitchen has it: table {table}.',
  'table.rowSent': 'Sent to the kitchen',
  'table.nothingToSend': 'There is nothing new for the kitchen.',
  'table.chooseFirst': 'Choose the table first.',
  'table.sendFirst': 'Send what is in the basket to its order first, or take it out.',
  'table.sentStays': 'The kitchen has this already. Add the item again for more of it, or remove the line.',
  'table.takeBackWhat': 'Take back {name}, which the kitchen has',
  'table.takenBack': 'Taken back at the table',
  'table.settledElsewhere': 'Table {table} was settled at another till.',
  'table.changedElsewhere':
    'Somebody else went on with table {table}. What you ring up now goes to its order; Pay shows all of it.',
  'table.elsewhereOffline': 'Table {table} belongs to another till, and the network is away. Open it there.',
  'table.notInTraining': 'The kitchen hears nothing of training. Pay the sale, or leave training first.',
};
