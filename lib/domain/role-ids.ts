/** Apart from the schema: the popup's guidelines need these, and the schema library is larger than the popup. */
export const roles = ['communication', 'hr', 'sales', 'manager'] as const;
