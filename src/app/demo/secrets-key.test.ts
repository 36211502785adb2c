import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalKeyManagement } from '../../platform/crypto/key-management.js';
import { demoSecretsKey } from './secrets-key.js';

test('the key of the demo is made once, is a key, and is for its owner only', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
  try {
    const dataDir = path.join(folder, 'data');
    const key = demoSecretsKey(dataDir);
    expect(new LocalKeyManagement(key).currentKeyId).toMatch(/^[0-9a-f]{8}$/);
    expect(demoSecretsKey(dataDir)).toBe(key);
    expect(statSync(path.join(dataDir, 'secrets.key')).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
