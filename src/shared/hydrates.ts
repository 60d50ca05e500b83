/**
 * Whether Lit may be given shadow roots that a server drew. The build for script tags leaves out what takes them over,
 * and has `false` here.
 */
export const hydrates = true as boolean;
