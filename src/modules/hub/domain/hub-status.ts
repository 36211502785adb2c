/** How a hub stands. */
export interface HubStatus {
  readonly cloud: string;
  readonly tenant: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly outlet: { readonly id: string; readonly name: string };
  readonly uplink: 'up' | 'down' | 'unknown';
  readonly uplinkSince: Date | null;
  readonly replica: { readonly catalog: number; readonly pricing: number; readonly checkedAt: Date | null };
  readonly waiting: readonly { readonly deviceId: string; readonly entries: number }[];
  readonly lastRelayAt: Date | null;
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number };
  readonly databaseBytes: number;
  /** When the certificate that it serves https with ends; `null`: it serves plain http. */
  readonly certificateEndsAt: Date | null;
}
