import type { PackedPicker } from "./pack-picker";
import type { Picker, PickerModel } from "./picker";

/** What was packed, as it was. @throws RangeError if it names what it does not have. */
export function unpackPicker({ vendors, abilities, models, modes, ...rest }: PackedPicker): Picker {
  const unpacked = models.map((packed): PickerModel => {
    const [vendorAt, id, displayName, otherName, contextLength, outputLimit, abilitiesAt, price] = packed;
    const [vendor, vendorName, demo] = at(vendors, vendorAt);
    return {
      name: `${vendor}/${id}`,
      displayName: displayName ?? id,
      otherName,
      vendor,
      vendorName,
      contextLength,
      outputLimit,
      price: price && {
        currency: price[0],
        inputPerMillion: price[1],
        outputPerMillion: price[2],
        varies: price[3],
      },
      demo,
      abilities: { ...at(abilities, abilitiesAt), outputLimit },
    };
  });
  return {
    modes: modes.map(({ model, ...mode }) => ({
      ...mode,
      model: model === null ? null : at(unpacked, model),
    })),
    models: unpacked,
    total: unpacked.length,
    ...rest,
  };
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined) throw new RangeError(`nothing at ${place}`);
  return value;
}
