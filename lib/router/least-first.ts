/** Numbers in ascending order, as far as they are asked for: a heap, so that the first of many come soon. Takes the array
 *  apart. */
export function* leastFirst(numbers: number[]): Generator<number> {
  for (let place = (numbers.length >> 1) - 1; place >= 0; place -= 1) sink(numbers, place, numbers.length);
  for (let size = numbers.length; size > 0; size -= 1) {
    const least = numbers[0] ?? 0;
    yield least;
    numbers[0] = numbers[size - 1] ?? 0;
    sink(numbers, 0, size - 1);
  }
}

function sink(heap: number[], from: number, size: number): void {
  const sunk = heap[from] ?? 0;
  let place = from;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    if (child + 1 < size && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    const lesser = heap[child] ?? 0;
    if (lesser >= sunk) break;
    heap[place] = lesser;
    place = child;
  }
  heap[place] = sunk;
}
