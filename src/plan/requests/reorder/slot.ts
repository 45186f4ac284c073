/** The number in a slot that the caller knows to be filled; the compiler cannot know it of an array in a hot loop. */
export const slot = (numbers: ArrayLike<number>, index: number): number => numbers[index] as number;
