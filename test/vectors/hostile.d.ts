export const hostile: string[];
export function hostileComments(): unknown[];
