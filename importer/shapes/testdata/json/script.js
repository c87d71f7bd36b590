/* our events */
const events = [
  { date: "12 May 1840", title: 'Railway opens', text: "It was " + "late." },
  { date: "3 June 1841", title: `First accident`, text: null },
];
export default events;
