import { message, types } from 'rhea';

/** Section codes of the AMQP 1.0 message format. Source: OASIS AMQP 1.0, part 3, section 3.2. */
export const HEADER = 0x70;
export const MESSAGE_ANNOTATIONS = 0x72;
export const PROPERTIES = 0x73;
export const APPLICATION_PROPERTIES = 0x74;
const DATA = 0x75;

export type Section = { readonly code: number; readonly start: number; readonly end: number };

/** Splits an encoded message into its sections without decoding them. Throws RangeError when the bytes are no message. */
export function sectionsOf(bytes: Buffer): Section[] {
  const sections: Section[] = [];
  for (let start = 0; start < bytes.length; ) {
    const { code, valueAt } = descriptorAt(bytes, start);
    const end = valueAt + sizeOfValue(bytes, valueAt);
    if (end > bytes.length) throw new RangeError('The message ends within a section.');
    sections.push({ code, start, end });
    start = end;
  }
  return sections;
}

function descriptorAt(bytes: Buffer, at: number): { code: number; valueAt: number } {
  if (bytes[at] !== 0x00) throw new RangeError('A message section must be a described type.');
  // smallulong or ulong; nobody writes the symbolic form.
  if (bytes[at + 1] === 0x53) return { code: bytes.readUInt8(at + 2), valueAt: at + 3 };
  if (bytes[at + 1] === 0x80) return { code: Number(bytes.readBigUInt64BE(at + 2)), valueAt: at + 10 };
  throw new RangeError('A message section must have a numeric descriptor.');
}

/** Bytes of a value with its constructor, by the constructor's high digit. Source: OASIS AMQP 1.0, part 1, section 1.6. */
function sizeOfValue(bytes: Buffer, at: number): number {
  const category = bytes.readUInt8(at) >> 4;
  const fixed = [0x4, 0x5, 0x6, 0x7, 0x8, 0x9].indexOf(category);
  if (fixed >= 0) return 1 + ([0, 1, 2, 4, 8, 16][fixed] ?? 0);
  if (category === 0xa || category === 0xc || category === 0xe) return 2 + bytes.readUInt8(at + 1);
  if (category === 0xb || category === 0xd || category === 0xf) return 5 + bytes.readUInt32BE(at + 1);
  throw new RangeError(`No AMQP type has the constructor ${bytes[at]}.`);
}

/** The messages inside a batch, one data section each. */
export function messagesOfBatch(bytes: Buffer): Buffer[] {
  return sectionsOf(bytes)
    .filter(({ code }) => code === DATA)
    .map(({ start, end }) => {
      const valueAt = descriptorAt(bytes, start).valueAt;
      return bytes.subarray(valueAt + (bytes[valueAt] === 0xa0 ? 2 : 5), end);
    });
}

/** Decodes only the given sections of a message. */
export const decodeSections = (bytes: Buffer, sections: readonly Section[]): DecodedMessage =>
  message.decode(
    Buffer.concat(sections.map(({ start, end }) => bytes.subarray(start, end))),
  ) as unknown as DecodedMessage;

export type DecodedMessage = {
  readonly message_id?: unknown;
  readonly durable?: boolean;
  readonly priority?: number;
  readonly ttl?: number;
  readonly message_annotations?: Record<string, unknown>;
  readonly application_properties?: Record<string, unknown>;
};

type RheaTypes = {
  readonly Writer: new () => { write: (value: unknown) => void; toBuffer: () => Buffer };
  readonly described_nc: (descriptor: unknown, value: unknown) => unknown;
  readonly wrap_ulong: (value: number) => unknown;
};

/** Encodes one section from an already wrapped value. */
export function encodeSection(code: number, wrapped: unknown): Buffer {
  const { Writer, described_nc, wrap_ulong } = types as unknown as RheaTypes;
  const writer = new Writer();
  writer.write(described_nc(wrap_ulong(code), wrapped));
  return writer.toBuffer();
}
