import { price } from '../../src/modules/orders/domain/pricing/price.js';
import { examinePart, type Part } from './campaign.js';

// One process of a campaign: examines the parts that it is sent, and ends with its parent.
const FINDINGS_MAX = 3;

process.on('message', (part: Part) => process.send?.(examinePart(price, part, FINDINGS_MAX)));
process.on('disconnect', () => process.exit());
