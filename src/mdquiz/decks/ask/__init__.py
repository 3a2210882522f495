"""How each question type is put to the learner, one file a type, in the examiner's own wording."""
