import type { ModelAbilities } from "@/lib/router/model-abilities";
import type { Picker, PickerMode, PickerModel, PickerPrice } from "./picker";

/** A picker as it is sent: what many models have in common is said once, and a model is a line of values. */
export interface PackedPicker extends Pick<Picker, "favourites" | "recent" | "tooLong"> {
  vendors: readonly (readonly [vendor: string, vendorName: string, demo: boolean])[];
  abilities: readonly Omit<ModelAbilities, "outputLimit">[];
  models: readonly PackedModel[];
  modes: readonly (Omit<PickerMode, "model"> & { model: number | null })[];
}

type PackedModel = readonly [
  vendor: number,
  id: string,
  /** Null: its id. */
  displayName: string | null,
  otherName: string | null,
  contextLength: number | null,
  outputLimit: number | null,
  abilities: number,
  price: readonly [PickerPrice["currency"], input: string, output: string, varies: boolean] | null,
];

/** @throws RangeError if `models` are not all that there are. */
export function packPicker({ modes, models, total, ...rest }: Picker): PackedPicker {
  if (models.length !== total) throw new RangeError("a part of a picker is not sent");
  const vendors = new Numbered<PackedPicker["vendors"][number]>();
  const abilities = new Numbered<PackedPicker["abilities"][number]>();
  const packed = models.map((model): PackedModel => {
    const { vendor, vendorName, demo, displayName, otherName, contextLength, outputLimit, price } = model;
    const { outputLimit: _, ...taken } = model.abilities;
    const id = model.name.slice(vendor.length + 1);
    return [
      vendors.numberOf([vendor, vendorName, demo]),
      id,
      displayName === id ? null : displayName,
      otherName,
      contextLength,
      outputLimit,
      abilities.numberOf(taken),
      price && [price.currency, price.inputPerMillion, price.outputPerMillion, price.varies],
    ];
  });
  const places = new Map(models.map(({ name }, place) => [name, place]));
  const placeOf = (model: PickerModel | null) => (model && places.get(model.name)) ?? null;
  return {
    vendors: vendors.all,
    abilities: abilities.all,
    models: packed,
    modes: modes.map(({ model, ...mode }) => ({ ...mode, model: placeOf(model) })),
    ...rest,
  };
}

/** Values, each once, by the number of its place. */
class Numbered<Value> {
  readonly all: Value[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
