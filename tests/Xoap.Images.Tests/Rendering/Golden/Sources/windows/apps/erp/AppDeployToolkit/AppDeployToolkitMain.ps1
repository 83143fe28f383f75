# toolkit
